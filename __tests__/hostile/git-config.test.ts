/** A repository whose own config names programs: git must not run them when the tool asks it. */

import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { git, repository } from '../helpers/repository'
import { addFiles } from '../helpers/temp-project'

const unix = process.platform === 'win32' ? test.skip : test

unix.each(['check --staged', 'check --changed', 'check --since HEAD', 'check', '--repair add-column --yes'])(
  '%s runs neither a file monitor nor a filter of the repository',
  async (line) => {
    const root = repository({ '.gitattributes': '*.js filter=evil diff=evil\n' })
    const [evil, mark] = [path.join(root, '.git/evil.sh'), path.join(root, '.git/was-run')]
    addFiles(root, { '.git/evil.sh': `#!/bin/sh\ntouch '${mark}'\ncat\n` })
    fs.chmodSync(evil, 0o755)
    addFiles(root, { 'models/user.js': `${fs.readFileSync(path.join(root, 'models/user.js'), 'utf8')}\n` })
    git(root, 'add', 'models/user.js')
    fs.utimesSync(path.join(root, 'models/post.js'), new Date(), new Date())
    for (const name of [
      'core.fsmonitor',
      'filter.evil.clean',
      'filter.evil.smudge',
      'diff.evil.textconv',
      'diff.evil.command',
    ])
      git(root, 'config', name, evil)
    const { code } = await type(root, line)
    expect(code).toBeLessThan(2)
    expect(fs.existsSync(mark)).toBe(false)
  },
)

const hasZero = fs.existsSync('/dev/zero')
if (!hasZero) process.stderr.write('Skipped: there is no /dev/zero here.\n')
;(hasZero ? test : test.skip).each(['check --staged', 'check --changed'])(
  '%s reads no attributes from a file that never ends',
  async (line) => {
    const root = repository({})
    git(root, 'config', 'core.attributesFile', '/dev/zero')
    expect((await type(root, line)).code).toBeLessThan(2)
  },
)
