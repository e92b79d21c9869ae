const { readFileSync } = require('node:fs')
const { transformSync } = require('@swc/core')

// As the project's build does it, but in memory.
require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  })
  module._compile(code, file)
}

const { Sequelize } = require('sequelize-typescript')
const { Job } = require('./src/jobs/models/job.model.ts')

const sequelize = new Sequelize(process.env.DATABASE_URL, { logging: false, models: [Job] })
Job.findAll()
  .then((rows) => console.log(rows.length, 'rows'))
  .catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  .finally(() => sequelize.close())
