"""Verbs of the genre, and the words that stand with or like them."""

from __future__ import annotations

from typing import Final

from fzreview.language.words import words

VERBS: Final = frozenset(
    words(
        """
        受理 办理 审理 办结 审结 结案 调解 化解 处理 处置 查处 查办 查实 侦破 破获 抓获 刑拘 逮捕 移送 移交
        立案 起诉 应诉 撤销 维持 驳回 终止 撤回 撤诉 纠错 纠正 确认 审查 审核 审议 审批 评查 抽查 检查
        督查 督察 检测 监测 排查 整改 整治 清理 修改 修订 废止 失效 保留 制定 制发 出台 印发 发布 公布 公示
        公开 发放 发出 发送 发现 播出 推送 刊发 编制 编印 起草 草拟 出具 提出 提供 提交 反馈 答复 回复 开展
        举办
        举行 组织 召开 实施 推进 推行 推广 推出 落实 完成 实现 达到 建立 建成 建设 新建 改建 扩建 设立 成立
        组建 构建 搭建 打造 创建 培育 培训 选派 选聘 选取 选拔 提拔 聘请 聘任 招聘 配备 配置 增配 增设 增加
        增长 减少 减免 压缩 压减 缩短 取消 下放 承接 调整 新增 登记 注册 注销 激活 认领 认定 评定 命名 获评
        获得 荣获 获批 入选 通过 参加 参与 参评 出席 列席 旁听 出庭 出动 派出 投入 安排 争取 筹集 募集 下达
        拨付 兑现 退缴 追缴 追回 挽回 避免 征收 缴纳 罚没 罚款 处罚 处分 问责 约谈 通报 批评 给予 接待 接受
        接听 接到 收到 收集 征集 征求 吸纳 采纳 采集 归集 汇聚 汇集 发起 覆盖 惠及 服务 帮扶 帮助 救助 援助
        资助 补助 发挥 解决 回访 走访 慰问 开通 开设 接入 联通 进驻 入驻 纳入 列入 延伸 调用 使用 运用 启用
        签订 签署 签约 引进 引入 落户 落地 开工 竣工 投产 投运 申请 申报 申领 备案 报告 报送 上报 报备 移除
        下架 关停 关闭 淘汰 拆除 改造 升级 更新 治理 修复 绿化 种植 养殖 生产 销售 出口 进口 实收 实缴 转移
        转化 转为 转办 交办 承办 督办 催办 代办 联办 主办 协办 合计 担任 聘用 任命 任用 录用 就业 脱贫 搬迁
        安置 入住 毕业 招收 招生 动员 引导 指导 宣传 宣讲 普及 普法 授课 讲授 学习 研究 讨论 听取 梳理 制作
        拍摄 创作 悬挂 张贴 张挂 播放 展播 展出 拥有 持有 占有 具有 包括 涉及 涵盖 明确 规范 细化 规定 设置
        配套 补充 完善 健全 优化 提升 提高 降低 下降 上升 扩大 拓展 巩固 加强 强化 深化 加大 加快 促进 推动
        带动 拉动 支持 保障 确保 保持 保证 坚持 探索 创新 试点 试行 遴选 推荐 推选 表彰 奖励 授予 颁发 核发
        发证 换发 补发 考试 考核 测试 测评 评估 评价 评选 评审 论证 听证 公证 仲裁 复议 诉讼 执行 履行 行使
        监督 监管 败诉 胜诉 宣布 生效 变更 责令 没收 暂扣 吊销 巡查 巡回 巡视 巡察 暗访 检举 举报 投诉 信访
        来访 上访 反映 咨询 解答 解读 回应 救援 抢救 抢险 转运 疏散 接种 筛查 诊疗 收治 治愈 死亡 受伤 发生
        引发 造成 消除 新设 新办 新开 新发 缉捕 止付 冻结 返还 清缴 邀请 判决 裁定 裁决 和解 核实 下载 应用
        追责 打掉 查扣 查获 捣毁 缴获 收缴 劝阻 淘汰 拆迁 竣工 分流 核销 兼并 结余 到岗 受训 精减 招募 增发
        核减 核增 办复 调处 评议 复核 答辩 送达 查封 扣押 认购 吸收 接管 接诊 接送 拘留 批捕 公诉 提审 关闭
        注入 下发 印制 汇编 译制 开发 研发 攻克 用于
        互评 抽评 评出 核查 查证 接报 办案 受援 完工 复工 停工
        退查 补正
        作出 停产 停业 督促 配发 启动 实行 验收 提请 退税 鉴定 加固 合并 削减 收回 下设 接访 纠治 领取
        响应 认证 压降 培养 选树 挂牌 揭牌 授牌 形成 办好 抓好 发行 施行 划转 划分 布设 转送 转交 退回 退还
        清退
        清欠 追讨 劝返 核准 核验 勘验 取证 查验 查阅 调阅 调取 拦截 封存 封停 销毁 发动 建档 归档 见证 巡讲
        巡演
        展演 观摩 回收 复审 复检 会审 会商 研判 出警 接警 处警 抓捕 抓拍 侦办 侦结 收押 选配 任免 招考 招录
        补录
        赋权 换领 迁出 迁入 放流 栽种 栽植 补植 复垦 出让 流转 投保 理赔 赔付 减征 免征 缓缴 解冻 划拨 盘活
        出清
        持证 上岗 核定 接收 解除 收案 接通 消化 出栏 存栏 播种 收获 收购
        移出 剔除 退出 转出 移入 新购 新聘 购置 采购 加装 安装 更换 清运 清除 铲除 劝导 劝离 制止 告诫
        诫勉 免职 撤职 补签 摸排 帮教 起获 遣返 衔接 编写 编发 录制 上线 推介 曝光 疏导 疏通 清淤 述职
        述法 巡河 拆解 打捞 销号 立项 提起 签发 受聘 查纠 查改 指派 解聘 辞退 增聘 增派 增补 增建 翻新
        修缮 布控 补种 归并 撤并 废除 精简 缩减 补办 换证 发照 领证 审签 会签 批复 批准 刊登 刊载 登载
        转载 转发 录入 入库 退库 立户 开户 销户 捐赠 捐献 募捐 义诊 出诊 转诊 督导
        储备 灌溉 修建 疏浚 开垦 造林 植树 架设 铺设 敷设 贯通 通车 通航 通电 通水 开行 开出 运送 运输 吞吐
        起降 开除 记过 训诫 积压 接种 裁并 取缔 录取 报考
        结业 获奖 派遣 发还 点赞 履职 包案 缓议 入矫 解矫 完结 打击 偿还 归还 清偿 垫付 停运 停航 复航 复耕
        复种 复产 封堵 封禁 解封 签收 否决 补齐 补选 增选 改选 当选 连任 罢免 辞职 停职 调离 调任 转岗 调岗
        轮换 借调 选调 抽调 派驻 揭发 上诉 抗诉 羁押 取保 传唤 拘传 盘查 焚毁 填埋 上缴 缴清 采样 退费 退款
        退赃 召回 送交 寄送 邮寄 投放 存档 入围 解救 寻回 找回 归案 落网 自首 投案 抢修 维修 巡护 看护 搬离
        撤离 撤出 腾退 腾空 回迁 征用 拍卖 成交 探访 达产 报废 报批 报请 缺考 补考 挂账 阅批 稳控 并案 超期
        结题 结项 派单 转单 领办 征拆 嘉奖 记功 立功 定级 函询 下线 摘帽 取得 追偿 刻制 适用 免除 豁免 防止
        防范 代写 代拟 设点 抽取 整合 选送 卸载 换装 检定 函告 讯问 询问 扣留 扣除 训练 轮训 集训 协调 协商
        协助 采用 采信 送检 回购 回填 预警 播报 直播 转播 制播 喷绘 粉刷 稽查 稽核 清点 踏勘 勘察 测绘 假释
        减刑 租赁 承租 支付 贴息 代缴 补缴 退付 冲抵 抵扣 放贷 授信 续签 修编 修剪 疏解 拆改 搜查 搜救 营救
        护送 叫停 终结 中止 暂停 恢复 延期 续期 顺延 认养 认捐 互认 共建 结对 联系 包保 包联 挂钩 轮岗 交流
        晋升
        抽检 警告 收监 破案 发案 撤案 销案 回函 复函 来电 来信 转型 进行 预警 代写 宣判 判处 执结 立结 调撤
        行拘 追赃 挽损 退赔 整顿 吊证 摘牌 补缴 缴存 代缴 免除 豁免 免罚 晋升 考取 取得 参保
        续保 续签 定损 救治 收容 托养 收养 巡防 抽测 复查 送检 报审 送审 追究 移转 惩处 惩戒 劝停 抓实
        训练 协商 协调 批转 呈报 轮岗 选任 撤换 停用 勘查 认缴 支付 核发 通告 公告 挂网 备查 判决 督促
        扑救 接诉 换补 查补 征缴 催缴 核退 抵免 代偿 拆违 复绿 补绿 清漂 焚烧 复测 校准 变卖 接转 转隶 划入
        划出 竞聘 续聘 复训 补证 销账 清零 联查 联审 发回 重审 飞检 互检 自检 判刑 托管 代管 参展 夺冠 上榜
        晋级 斩获 荣膺 蝉联 修正 审定 颁证 埋设 退市 建账 亮证 录播 清查 自查 离职 退运 查发 到场 暴露 扑灭
        摘牌 流失 购买 常驻 轮驻 改正 停止 停发 划定 兑付 网签 议定 增殖 会办
        讨回 追索 节省 放映 创成 列明 坐班 值守 失效
        倒查 领养 寄养 助养 放归 滞留 闭环 借阅 外借 借出 自拆 督改 查结 盯办 清查 比对 检出 检获 上架 变卖
        流拍 送返 遣送 转驳 拖移 停放 退办 补训 复绿 迁建 重启 代偿 返款 解约 交付 约访 下访 随访 自改
        自纠 互查 留用 指出 直查 票决 暂缓 滞后 获准 实查 观看 浏览 收听 留言
        评为 定为 追加 调减 调增 采信 准许 支持 释放 假释 减刑 报警 约见 驱离 暂停 停办 叫停 回退 退件
        退单 催收 催告 改判
        """
    )
)
"""Two-character verbs of the genre. Many are nouns as well; their place in the clause decides."""

NOUNISH: Final = frozenset(
    words(
        """
        诉讼 复议 调解 仲裁 公证 应诉 信访 处罚 许可 援助 执法 监督 普法 考试 培训 宣传 建设 治理 服务 规定
        规划 立法 生产
        """
    )
)
"""Verbs that stand before a noun as its kind more often than as what was done to it."""

NOUN_ENDINGS: Final = NOUNISH | frozenset(
    words(
        """
        编制 应用 评议 开发 罚款 申请 报告 登记 检测 检查 督察 抽查 评查 考核 评估 改造 宣讲 答复 备案
        审批 审查 工作 反馈 整改 投诉 举报 咨询 采购 督导 安装 入库 批复
        训练 协商 协调 预警 赔偿 支付 复查 公告 通告 惩戒 转型 来访 上访 来电 来信
        """
    )
)
"""Verbs that end a name more often than they tell what was done to it (政府信息公开申请)."""

LIGHT: Final = frozenset(words("开展 进行 组织 实施 举行 完成 落实"))
"""Verbs that say nothing of their own: what is done stands in their object."""

COMPOUND: Final = frozenset(
    words(
        """
        备案审查 审查备案 审议通过 制定出台 排查化解 编制印发 修改完善 审核把关 查处取缔 清理整顿 监督检查
        督导检查
        """
    )
)
"""Two verbs that are one deed: 备案审查规章31件、规范性文件418件."""

MANNER: Final = frozenset(
    words(
        """
        成功 依法 全面 组织 集中 统一 累计 及时 重点 联合 严格 主动 有效 积极 对外
        公开 当场 共同 定期 现场 随机 逐一 直接 首次
        """
    )
)
"""Adverbs that belong to the verb behind them: 成功创建全国示范村1个、省级示范村6个."""

TAKEN_IN: Final = ("排查", "受理", "收到", "接到", "摸排", "登记")
"""Verbs of what cannot succeed: 成功 behind them is told of the things."""

GIVEN: Final = ("给予", "予以", "作出", "处以", "提请", "裁定")
"""Verbs before the name of what was done: 给予训诫23人次、警告14人次."""

DEEDS: Final = VERBS - NOUN_ENDINGS
"""Verbs that name nothing that a later clause could be told of: 约谈19人，问责7人."""

ASIDE: Final = frozenset(
    words(
        """
        成功 无法 完毕 到位 违法 合格 满意 继续 有效 无效 终结 请求 正在 逐步 规划 同意 部分 全部 依法 不予
        予以 结转 旧存 结存 结果 准予 合法 重新
        其他 当场 当年 按期 原告 优秀 良好 称职 达标 及格 基本 尚在 按时 直接 实有 空缺 缺编 空编 超编 变更
        下年 次年 应结 应办 打包
        上年 尚未 准予 经查 核实 就地 当地 告知 逾期 如期 自行 主动 随机 限期 即时 属实 当期 实际
        """
    )
)
"""Words that belong to a bare predicate (调解成功, 不予受理) and name no thing."""

_ENDINGS: Final = frozenset("性化度率者员书类型室总额量值费网站生件")


_GOODS: Final = words(
    """
    费用 生铁 生猪 网上 书面 生产 生态 生活 生物 生鲜 生源 生漆 生丝 网格 网络 网吧 网民 网点 网约 书籍 书画
    网约车 员工 类案 站点 站所 室内 室外 总体 值班
    """
)
"""Things whose first character is one of the endings: 压减生铁产能 begins with a verb."""


_MEETINGS: Final = frozenset(
    words(
        "论证 听证 评审 评议 推进 动员 宣讲 研讨 研判 审议 协调 通报 考试 培训 部署 评估 推介 观摩 研究 讨论"
    )
)
"""Verbs that name a meeting with 会 behind them: 听证会, 推进会."""


_NO_VERB_HERE: Final = ("构建筑", "立案卷", "立案例")
"""Words that begin as a verb does: 构建筑物 are 构筑物 and 建筑物."""
_PAPERS: Final = ("清单", "方案", "细则", "办法", "意见", "纲要", "计划")
"""Papers that say how something is done: 实施清单."""


def verb_at(text: str, at: int) -> bool:
    """Whether a verb of two characters stands there; 规范性, 信息化 and 审查员 begin with none."""
    if text[at : at + 2] not in VERBS or text.startswith(_NO_VERB_HERE, at):
        return False
    if text[at + 1] == "案" and text[at + 2 : at + 3] in ("卷", "例", "由", "情"):
        return False
    # 发生生产安全事故: 生 begins another word here.
    behind = at + 2
    meets = text[behind : behind + 1] == "会" and text[behind + 1 : behind + 2] != "议"
    if meets and text[at:behind] in _MEETINGS:
        return False
    if text[at:behind] == "实施" and text.startswith(_PAPERS, behind):
        return False
    ends = text[behind : behind + 1] in _ENDINGS
    return not ends or text[behind : behind + 2] in VERBS or text.startswith(_GOODS, behind)
