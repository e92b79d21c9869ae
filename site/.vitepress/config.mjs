/** The documentation as a site: the pages of docs/ and of the top of the repository, as they are. */

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const top = new URL('../../', import.meta.url)

const { homepage, description } = JSON.parse(readFileSync(new URL('package.json', top), 'utf8'))

const rules = readdirSync(new URL('docs/rules', top))
  .sort()
  .map((name) => name.replace(/\.md$/, ''))

const vue = path.dirname(createRequire(import.meta.url).resolve('vue/package.json'))

/** The first page is the README: links to it are written as they are in the repository. */
function toFirstPage(md) {
  md.core.ruler.push('first-page', ({ tokens }) => {
    const links = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open')
    for (const link of links)
      link.attrSet('href', link.attrGet('href').replace(/^((?:\.\.\/)*)README\.md/, '$1index.md'))
  })
}

/** No other folder has pages for users. */
const others = readdirSync(top, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() && !['docs', 'bench'].includes(one.name) ? `${one.name}/**` : [],
)

const page = (text, link) => ({ text, link: `/docs/${link}` })

export default {
  title: 'deletedat-codemod',
  description,
  // The folder of the host in which the site lies: SITE_BASE=/deletedat-codemod/
  base: process.env.SITE_BASE ?? '/',
  srcDir: '..',
  srcExclude: others,
  // The pages lie outside of the folder that has the packages.
  vite: {
    resolve: {
      alias: [
        { find: /^vue$/, replacement: path.join(vue, 'dist/vue.runtime.esm-bundler.js') },
        { find: /^vue\/server-renderer$/, replacement: path.join(vue, 'server-renderer/index.mjs') },
      ],
    },
  },
  markdown: { config: toFirstPage },
  rewrites: { 'README.md': 'index.md' },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Rules', link: '/docs/rules/missing-column' },
      { text: 'Hooks', link: '/docs/hooks' },
      { text: 'CI', link: '/docs/ci' },
      { text: 'Repository', link: homepage.replace(/#.*/, '') },
    ],
    sidebar: [
      {
        text: 'In a team',
        items: [
          { text: 'Two minutes', link: '/' },
          page('Commit hooks', 'hooks'),
          page('In CI', 'ci'),
          page('Config file', 'config'),
          page('Accepting a finding', 'accepting'),
          page('In the editor', 'eslint'),
          page('In a program', 'api'),
          page('In the application', 'runtime'),
          page('Fleets', 'fleets'),
        ],
      },
      { text: 'Findings', items: rules.map((rule) => page(rule, `rules/${rule}`)) },
      {
        text: 'Reference',
        items: [
          page('Rules of Sequelize', 'rules'),
          page('Runners', 'runners'),
          page('JSON report', 'json-report'),
          page('Limits', 'limits'),
          page('Compared with others', 'compared'),
          { text: 'Changes', link: '/CHANGELOG' },
          { text: 'Security', link: '/SECURITY' },
        ],
      },
      {
        text: 'How it is made',
        collapsed: true,
        items: [
          page('The house', 'architecture'),
          page('Reading', 'reading'),
          page('Glossary', 'glossary'),
          page('Tests', 'testing'),
          page('Truth', 'truth'),
          page('Reliability', 'reliability'),
          page('Performance', 'performance'),
          page('Dependencies', 'dependencies'),
          { text: 'Contributing', link: '/CONTRIBUTING' },
        ],
      },
    ],
  },
}
