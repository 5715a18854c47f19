export const usage = `用法：xiaoke 命令 [选项]
  parse  --org 文件                      标准输入的消息 → 听懂的活动（NDJSON）
  values                                 标准输入的文字 → 数字和日期（NDJSON）
  replay --org 文件 --db 地址 [--until 时间]  按时间重放一段聊天
  tally  --org 文件 --db 地址 [--branch 单位] [--period 时间] [--kind 种类 | --indicator 指标] [--json]
  recount --org 文件 --db 地址 [--repair]    从记录重算合计，看是否一致
  tips check                             检查科普库
  tips export [--to 文件.csv]             导出科普库（Excel、WPS 能开）
  tips import 文件.csv [--dry-run]        导入改过的科普库（先试一遍看看）
  tips preview --room 群 --from 日期 [--days 14]  往后几天发什么
  start                                  打开练习室（不用配置）
  serve  --config 文件                   接入聊天群
  import 文件 --room 群 --org 文件 --db 地址 [--day 日期] [--encoding 编码] [--dry-run]  补记一份聊天记录
  backup  --db 地址 --to 文件或文件夹       备份（小科开着也行）
  restore 文件 --db 地址                   用备份恢复（先停下小科）
  doctor --config 文件                   检查一遍，说哪里要办
地址写 sqlite:路径 或 sqlite::memory:
`
