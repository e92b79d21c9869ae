import path from 'node:path'
import { defineTest } from 'jscodeshift/src/testUtils'

const disable = (options: object, name: string, parser?: 'ts') =>
  defineTest(
    path.join(__dirname, '..'),
    'transforms/disable-paranoid',
    options,
    `transforms/disable-paranoid/${name}`,
    parser && { parser },
  )

disable({}, 'init-basic')
disable({ only: 'Session' }, 'define-only-one')
disable({}, 'decorators', 'ts')
disable({}, 'not-paranoid')

const map = (name: string, parser?: 'ts') =>
  defineTest(
    path.join(__dirname, '..'),
    'transforms/map-deletedat-column',
    { column: 'deleted_at', all: true },
    `transforms/map-deletedat-column/${name}`,
    parser && { parser },
  )

map('init-option')
map('define-field')
map('decorators', 'ts')
map('mapped-already')

const add = (name: string, parser?: 'ts') =>
  defineTest(
    path.join(__dirname, '..'),
    'transforms/add-deletedat-column',
    { migrations: 'migrations', dry: true },
    `transforms/add-deletedat-column/${name}`,
    parser && { parser },
  )

add('stays-as-it-is')
add('several-models')
add('decorators', 'ts')
