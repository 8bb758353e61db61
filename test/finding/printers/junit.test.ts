import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { describe, expect, test } from 'vitest'
import { junit } from '../../../lib/finding/printers/junit.ts'
import { findingsElsewhere, sampleFinding, sampleReport } from './report.ts'

/** Parses what was printed; any error of XML fails the test. */
function suitesOf(...findings: Parameters<typeof sampleReport>[0]) {
  const xml = junit.print(sampleReport(findings))
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml')
}

describe('the junit printer', () => {
  test('has a failed case for each error, and a passed one for each clean file', () => {
    const document = suitesOf(sampleFinding())
    const suites = [...document.getElementsByTagName('testsuite')]
    expect(suites.map(suite => [suite.getAttribute('name'), suite.getAttribute('failures')])).toEqual([
      ['catalogue/platform.yaml', '0'],
      ['tenants/a.yaml', '1'],
    ])
    expect(document.documentElement?.getAttribute('tests')).toBe('2')
    const [failure] = [...document.getElementsByTagName('failure')]
    expect(failure?.getAttribute('type')).toBe('TY2003')
    expect(failure?.textContent).toContain('tenants/a.yaml:2:3 zones.internet.services[0]')
  })

  test('counts a warning as passed, and still tells it', () => {
    const document = suitesOf(sampleFinding({ severity: 'warning' }))
    expect(document.documentElement?.getAttribute('failures')).toBe('0')
    expect(document.getElementsByTagName('system-out')[0]?.textContent).toContain('unknown key')
  })

  test('includes a file that could not be read at all', () => {
    const document = suitesOf(sampleFinding({ file: 'tenants/link.yaml' }))
    expect(document.getElementsByTagName('testsuite')).toHaveLength(3)
  })

  test('stays XML whatever the text holds', () => {
    const evil = ']]>&<"\'\u0000\u001b\ud800\ufffe\n'
    const document = suitesOf(sampleFinding({ file: evil, message: { zh: evil, en: evil } }))
    const [failure] = [...document.getElementsByTagName('failure')]
    expect(failure?.getAttribute('message')).toBe(']]>&<"\'\ufffd\ufffd\ufffd\ufffd\n')
  })
})

test('the junit printer has a suite for each place outside files, behind those of files', () => {
  const findings = findingsElsewhere.map(([, finding]) => finding)
  const document = suitesOf(...findings, ...findings.slice(0, 1))
  const suites = [...document.getElementsByTagName('testsuite')].slice(2)
  expect(suites.map(suite => suite.getAttribute('name'))).toEqual(findingsElsewhere.map(([place]) => place))
  expect(suites.map(suite => suite.getAttribute('failures'))).toEqual([
    '2',
    ...findings.slice(1).map(() => '1'),
  ])
  const [first] = [...document.getElementsByTagName('testcase')].slice(2)
  expect(first?.hasAttribute('file')).toBe(false)
  expect(first?.getElementsByTagName('failure')[0]?.textContent).toBe(
    'unit_internet_a_b\nnot to be used\ninstall it',
  )
  expect(document.documentElement?.getAttribute('tests')).toBe(String(2 + findings.length + 1))
})
