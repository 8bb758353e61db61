// The files of the example repository that the tables change, under one name each.

/** Two zones that one gateway joins, each with a shared and a dedicated pool. */
export const platform = 'catalogue/platform.yaml'
/** Three days off in Xishuangbanna. */
export const calendar = 'catalogue/calendar.yaml'

/** In force since 2025-06-24, without an end. */
export const xishuangbanna = 'catalogue/jurisdictions/xishuangbanna.yaml'
/** Says nothing of when it is in force; begins with a trial. */
export const zhejiang = 'catalogue/jurisdictions/zhejiang.yaml'
/** In force from 2023-04-10 to 2026-04-10. */
export const datong = 'catalogue/jurisdictions/datong.yaml'
/** In force from 2022-03-23 to 2025-03-22. */
export const ningwu = 'catalogue/jurisdictions/ningwu.yaml'
/** Says nothing of when it is in force; has a green channel. */
export const jiuquan = 'catalogue/jurisdictions/jiuquan.yaml'

/** Servers. */
export const compute = 'catalogue/services/compute.yaml'
/** Volumes, objects and shared files. */
export const storage = 'catalogue/services/storage.yaml'
/** Addresses, lines, balancers and ports. */
export const networkItems = 'catalogue/services/network.yaml'
/** Databases. */
export const database = 'catalogue/services/database.yaml'
/** Caches, queues and application servers. */
export const middleware = 'catalogue/services/middleware.yaml'
/** What keeps copies. */
export const backup = 'catalogue/services/backup.yaml'
/** Recovery at another site, nearby or far away. */
export const recovery = 'catalogue/services/recovery.yaml'
/** Work by hand; among it `ops.on-duty`, which no system uses. */
export const operations = 'catalogue/services/operations.yaml'

/** Live in both zones, moved here from elsewhere; asked for on 2025-07-02. */
export const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
/** In the internet zone alone; ended in 2026, after a change. */
export const xinchou = 'tenants/xishuangbanna/rensheju/xinchou-chaxun.yaml'
/** Delivered in a dedicated pool of the extranet zone alone; asked for on 2026-09-28. */
export const huji = 'tenants/xishuangbanna/gonganju/huji-guanli.yaml'
/** Only asked for, in the internet zone. */
export const jiuye = 'tenants/xishuangbanna/jiuye-zhongxin/jiuye-fuwu.yaml'
/** Live in both zones since a change, with more servers in summer. */
export const shuiqing = 'tenants/zhejiang/shuiliting/shuiqing-jiance.yaml'
/** On trial in the internet zone. */
export const pucha = 'tenants/zhejiang/tongjiju/pucha-caiji.yaml'
/** Live in both zones since a change, new when it came. */
export const shipin = 'tenants/datong/shichangju/shipin-zhuisu.yaml'
/** Live in the internet zone alone, never changed. */
export const tousu = 'tenants/datong/shichangju/tousu-jubao.yaml'
/** In the internet zone alone; its data were handed over on 2026-03-06, and its life is over. */
export const chengxin = 'tenants/datong/shichangju/chengxin-nianbao.yaml'
/** Live in the extranet alone, with GPUs. */
export const yingji = 'tenants/datong/yingjiju/yingji-zhihui.yaml'
/** Live in the internet zone alone, with more servers in summer; asked for on 2024-03-05. */
export const zhaosheng = 'tenants/ningwu/jiaoyuju/zhaosheng-baoming.yaml'
/** Live in the extranet alone. */
export const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
/** In the extranet alone; its exit is approved, and its data are not yet handed over. */
export const jiankang = 'tenants/ningwu/weijianju/jiankang-dangan.yaml'
/** Live in the internet zone alone, under a regulation that has a green channel. */
export const lvyou = 'tenants/jiuquan/wenlvju/lvyou-fuwu.yaml'
/** Refused; asked for in the extranet. */
export const wenwu = 'tenants/jiuquan/wenlvju/wenwu-jiance.yaml'
/** In the internet zone alone; ended on 2026-04-21. */
export const jingqu = 'tenants/jiuquan/wenlvju/jingqu-piaowu.yaml'
/** Approved in both zones on 2026-11-18: no grant is newer. */
export const chengguan = 'tenants/jiuquan/guazhou/zhihui-chengguan.yaml'

/** Has two systems, and applies for the unit of `jiuye` too. */
export const rensheUnit = 'tenants/xishuangbanna/rensheju/unit.yaml'
/** Has one system, `huji`. */
export const gonganUnit = 'tenants/xishuangbanna/gonganju/unit.yaml'
/** An institution, for which `rensheUnit` applies. */
export const jiuyeUnit = 'tenants/xishuangbanna/jiuye-zhongxin/unit.yaml'
/** Has one system, `shuiqing`. */
export const shuiliUnit = 'tenants/zhejiang/shuiliting/unit.yaml'
/** Has three systems, one of which has ended. */
export const shichangUnit = 'tenants/datong/shichangju/unit.yaml'
/** Has two systems. */
export const jiaoyuUnit = 'tenants/ningwu/jiaoyuju/unit.yaml'
/** Has three systems: one lives, one was refused, one has ended. */
export const wenlvUnit = 'tenants/jiuquan/wenlvju/unit.yaml'
/** A county, outside the organs of the city. */
export const guazhouUnit = 'tenants/jiuquan/guazhou/unit.yaml'
