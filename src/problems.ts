import type { OpenError } from '../db/open.js'

/** What is said when a database cannot be opened: what, where, what to do. The file itself was not touched. */
export function openProblem(e: OpenError): string {
  switch (e.code) {
    case 'bad_url':
      return `数据库地址「${e.url}」看不懂，请写 sqlite:文件路径，如 sqlite:data/xiaoke.db`
    case 'not_built':
      return 'PostgreSQL 还没有做好，请先用 sqlite:文件路径'
    case 'folder_missing':
      return `没有「${e.folder}」这个文件夹，请先建好它`
    case 'folder_read_only':
      return `文件夹「${e.folder}」只能看、不能写，请换一个地方或改它的权限`
    case 'not_a_file':
      return `「${e.path}」不是文件，请写数据库文件的路径`
    case 'file_read_only':
      return `数据库「${e.path}」只能看、不能写，请改它的权限；文件没有动过`
    case 'not_a_database':
      return `「${e.path}」不是小科的数据库，请检查路径；文件没有动过`
    case 'damaged':
      return `数据库「${e.path}」已经损坏（${e.finding}），请用备份恢复（xiaoke restore）；文件没有动过`
    case 'not_ours':
      return `「${e.path}」是别的程序的数据库，请换一个文件；文件没有动过`
    case 'disk_full':
      return `磁盘满了，写不进「${e.path}」，请先腾出地方`
    case 'locked':
      return `数据库「${e.path}」正被另一个程序占着，请先关掉它`
    case 'unusable':
      return `数据库「${e.path}」打不开（${e.reason}）`
    case 'other_history':
      return `数据库「${e.path}」像小科的，但第${e.version}步结构不一样（它叫「${e.found}」，这里叫「${e.known}」），多半是试验版建的，请换一个文件或用备份；文件没有动过`
    case 'newer_version':
      return `数据库「${e.path}」是更新的小科建的，请先升级小科；文件没有动过`
  }
}
