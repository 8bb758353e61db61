import { changes, elsewhere, type MeaningTable, nothing, nothingBelow, renewed, rows } from './meaning.ts'

const label = nothing('a label for people')

export const platformMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  'metadata.id': changes('平台标识', 'the platform’s id'),
  'metadata.name': label,
  'mlps.level': changes('平台的等保级别', 'the level of the platform’s protection'),
  'mlps.filing': changes('平台的等保备案', 'the filing of the platform’s protection'),
  'mlps.assessed': renewed('平台的测评日期', 'the day of the platform’s assessment'),
  assessments: rows(
    ['kind', 'number'],
    { zh: '平台已通过的评估', en: 'an assessment that the platform passed' },
    { added: 'free' },
  ),
  'assessments[].kind': nothing('what the row is known by'),
  'assessments[].number': nothing('what the row is known by'),
  'assessments[].on': changes('评估的日期', 'the day of an assessment'),
  'assessments[].until': changes('评估的有效期', 'the last day of an assessment'),

  sites: rows(['id'], { zh: '站点', en: 'a site' }, { added: 'free' }),
  'sites[].id': nothing('what the row is known by'),
  'sites[].name': label,
  'sites[].city': changes('数据所在的城市', 'the city in which data lies'),
  'sites[].role': changes('站点在灾备中的作用', 'what a site does for recovery'),

  zones: rows('key', { zh: '分区', en: 'a zone' }, { added: 'free' }),
  'zones.*.name': label,
  'zones.*.class': elsewhere('TY4013'),
  'zones.*.cloud': elsewhere('TY4013'),
  'zones.*.region': elsewhere('TY4013'),
  'zones.*.site': changes('分区所在的站点', 'the site of a zone'),
  'zones.*.apis': elsewhere('TY3604'),
  'zones.*.backend': changes('状态后端', 'where states are kept'),
  'zones.*.reservePercent': elsewhere('TY3301'),
  'zones.*.pools': rows('key', { zh: '资源池', en: 'a pool' }, { added: 'free' }),
  'zones.*.pools.*.name': label,
  'zones.*.pools.*.dedicated': changes('资源池是否专属', 'whether a pool is dedicated'),
  'zones.*.pools.*.availabilityZone': changes('资源池的可用区', 'the availability zone of a pool'),
  'zones.*.pools.*.hosts': rows(
    'itself',
    { zh: '资源池的宿主机', en: 'a host of a pool' },
    { added: 'free' },
  ),
  'zones.*.pools.*.capacity.vcpus': elsewhere('TY3301'),
  'zones.*.pools.*.capacity.ramGib': elsewhere('TY3301'),
  'zones.*.pools.*.capacity.volumeGib': elsewhere('TY3301'),
  'zones.*.pools.*.capacity.gpus': elsewhere('TY3301'),
  'zones.*.pools.*.capacity.addresses': elsewhere('TY3301'),
  'zones.*.pools.*.capacity.bandwidthMbps': elsewhere('TY3301'),
  'zones.*.addressPools': rows(['id'], { zh: '地址池', en: 'an address pool' }, { added: 'free' }),
  'zones.*.addressPools[].id': nothing('what the row is known by'),
  'zones.*.addressPools[].cidr': changes('地址池的网段', 'the network of an address pool'),
  'zones.*.addressPools[].prefixLength.min': elsewhere('TY3204', 'TY3210'),
  'zones.*.addressPools[].prefixLength.default': nothing('new networks alone go by it'),
  'zones.*.addressPools[].prefixLength.max': elsewhere('TY3204', 'TY3210'),
  'zones.*.egress': changes('分区出口', 'the uplink of a zone'),
  'zones.*.nameservers': changes('域名服务器', 'the name servers'),
  'zones.*.text': elsewhere('TY3009'),
  'zones.*.defaultVolumeType': changes('云自带的卷类型', 'whether the cloud has a volume type of its own'),
  'zones.*.otherVolumeTypes': rows(
    'itself',
    { zh: '配额为零的卷类型', en: 'a volume type without a quota' },
    { added: 'free' },
  ),

  classes: rows('key', { zh: '分区的类别', en: 'a class of zones' }, { added: 'free', gone: 'elsewhere' }),
  'classes.*.name': label,
  'classes.*.facesInternet': elsewhere('TY4013'),

  beliefs: rows(['id'], { zh: '对隔离的要求', en: 'a belief about the isolation' }, { added: 'free' }),
  'beliefs[].id': nothing('what the row is known by'),
  'beliefs[].kind': changes('对隔离的要求', 'what is believed of the isolation'),
  'beliefs[].article': nothing('where it rests'),
  'beliefs[].basis': nothing('where it rests'),

  gateways: rows(['id'], { zh: '交换网关', en: 'an exchange gateway' }, { added: 'free' }),
  'gateways[].id': nothing('what the row is known by'),
  'gateways[].name': label,
  'gateways[].zones': changes('交换网关所连的分区', 'the zones that a gateway joins'),
  'gateways[].addresses': changes('交换网关的地址', 'the addresses of a gateway'),

  'exposure.from': elsewhere('TY4015'),
  catalogueReviewed: renewed('服务目录的调整日期', 'the day on which the catalogue was reviewed'),

  changes: rows(['id'], { zh: '平台变更', en: 'a change to the platform' }, { added: 'free' }),
  'changes[].id': nothing('what the row is known by'),
  'changes[].name': label,
  'changes[].jurisdiction': changes('平台变更所依的规定', 'the regulation of a platform change'),
  'changes[].major': changes('是否重大调整', 'whether a platform change is major'),
  'changes[].interrupts': changes('是否影响运行', 'whether a platform change interrupts'),
  'changes[].affects': changes('受影响的系统', 'the systems that a platform change affects'),
  'changes[].emergency': changes('是否突发特殊情况', 'whether a platform change is an emergency'),
  'changes[].history': rows(
    'itself',
    { zh: '平台变更的办理记录', en: 'an event of a platform change' },
    { added: 'free' },
  ),
}

/** What a form says is printed, and decides nothing: what it must say is held by the coverage of the regulations. */
export const formsMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  jurisdiction: nothing('the name of the file'),
  forms: nothingBelow('a form prints what stands elsewhere'),
}
