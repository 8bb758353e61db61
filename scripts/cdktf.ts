// The app that `cdktf synth` runs: the stacks of the data repository in TENANTRY_ROOT, or in the current directory.
import { main } from './tenantry.ts'

const { CDKTF_OUTDIR: out = 'cdktf.out', TENANTRY_ROOT: root = '.' } = process.env

await main(['synth', '--root', root, '--out', out])
