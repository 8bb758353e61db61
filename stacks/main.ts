// The app that `cdktf synth` runs: the stacks of the data repository in TENANTRY_ROOT, or in the current directory.
import { processHost } from '../scripts/host.ts'
import { run } from '../scripts/tenantry.ts'

const { CDKTF_OUTDIR: out = 'cdktf.out', TENANTRY_ROOT: root = '.' } = process.env

process.exitCode = await run(['synth', '--root', root, '--out', out], processHost())
