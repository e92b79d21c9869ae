/** The default command at a terminal: it asks, and does what it is told. */

import { DATABASE, files, migration, model, project, read } from './project'
import { atTerminal, describeAtTerminal, KEY } from './terminal'

const ONE = {
  'database.js': DATABASE,
  'models/session.js': model('Session'),
  'migrations/20240101000000-create.js': migration('sessions'),
}

const added = () => files().filter((name) => name.includes('-add-'))

describeAtTerminal('one finding', () => {
  beforeEach(() => project(ONE))

  test('the recommended repair, by the return key', async () => {
    const shown = atTerminal('models/')
    await shown.shows('What shall be done?')
    shown.press(KEY.enter)
    await shown.shows('Write this file?')
    shown.press(KEY.enter)
    expect(await shown.ends()).toBe(0)
    expect(added()).toEqual([
      expect.stringMatching(/^migrations\/\d{14}-add-sessions-deletedat-column\.cjs$/),
    ])
    expect(read('models/session.js')).toBe(model('Session'))
  })
})
