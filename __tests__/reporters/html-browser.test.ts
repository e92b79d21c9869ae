/// <reference lib="dom" />
/** The HTML report in a real browser: it loads nothing, runs nothing of the project, and can be used. */

import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { browserPath, LAUNCH } from '../helpers/browser'
import { type } from '../helpers/command'
import { BREAKOUT, MARKUP, PAGES_PROJECT } from '../helpers/pages'
import { tempProject } from '../helpers/temp-project'

const inBrowser = browserPath ? describe : describe.skip

inBrowser('the page', () => {
  let browser: Browser
  let file: string
  /** Requests, dialogs, errors and violations of the policy. */
  const heard: string[] = []

  beforeAll(async () => {
    const root = tempProject(PAGES_PROJECT)
    file = path.join(root, 'report.html')
    fs.writeFileSync(file, (await type(root, 'check models --format html')).out)
    browser = await chromium.launch(LAUNCH)
  })

  afterAll(() => browser?.close())

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    heard.length = 0
    const page = await browser.newPage(options)
    page.on('request', (one) => heard.push(one.url()))
    page.on('requestfailed', (one) => heard.push(`${one.url()} ${one.failure()?.errorText}`))
    page.on('pageerror', ({ message }) => heard.push(message))
    page.on('console', (one) => heard.push(one.text()))
    page.on('dialog', (one) => {
      heard.push(one.message())
      void one.dismiss()
    })
    await page.goto(pathToFileURL(file).href)
    return page
  }

  test('loads nothing, and what it is told is text', async () => {
    const page = await open()
    await page.waitForTimeout(100)
    expect(heard).toEqual([pathToFileURL(file).href])
    expect(await page.locator('img, script[src], link').count()).toBe(0)
    expect(await page.locator('summary h3', { hasText: MARKUP }).count()).toBe(1)
    expect(await page.locator('td code', { hasText: BREAKOUT }).count()).toBe(1)
  })

  test('the policy holds: a script or a handler that came in would not run', async () => {
    const page = await open()
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = "document.title = 'taken'"
      document.body.append(script)
      const holder = document.createElement('div')
      holder.innerHTML =
        '<img src="https://deletedat-codemod.example/x" onerror="document.title = \'taken\'">'
      document.body.append(holder)
    })
    await page.waitForTimeout(100)
    expect(await page.title()).toMatch(/^3 findings/)
    expect(heard.filter((one) => /Content Security Policy/.test(one)).length).toBeGreaterThan(0)
    expect(heard).toContain('https://deletedat-codemod.example/x csp')
  })

  const rows = (page: Page) => page.locator('tbody tr:visible th').allInnerTexts()

  test('filters by text and verdict, and says how many are left', async () => {
    const page = await open()
    const status = page.locator('#filters output')
    // Models without soft delete are left out at first.
    expect(await status.innerText()).toBe('6 of 7 models')
    await page.getByRole('checkbox', { name: /not-paranoid/ }).check()
    expect(await status.innerText()).toBe('7 of 7 models')
    await page.getByRole('checkbox', { name: /^\W*ok/ }).uncheck()
    expect(await status.innerText()).toBe('6 of 7 models')
    await page.getByRole('searchbox').fill('ORDER deletedat')
    expect(await rows(page)).toEqual([expect.stringMatching(/^Order\s/)])
    expect(await page.locator('details.finding:visible').count()).toBe(1)
    await page.getByRole('searchbox').fill('nothing of the kind')
    expect(await rows(page)).toEqual([])
    expect(await page.getByText('No model fits the filters.').isVisible()).toBe(true)
  })

  test('by keyboard alone: skip link, slash, a finding opened and closed', async () => {
    const page = await open()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the findings')
    await page.keyboard.press('/')
    await page.keyboard.type('legacy')
    const legacy = page.locator('details.finding', { hasText: 'Legacy' })
    expect(await legacy.getAttribute('open')).toBeNull()
    await legacy.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await legacy.getByText('No migration makes the table "legacy".').first().isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    expect(await legacy.getAttribute('open')).toBeNull()
  })

  test('a model in the matrix leads to its finding, or to the history of its table', async () => {
    const page = await open()
    await page.getByRole('link', { name: 'Legacy' }).click()
    // The browser tells the page of a new address only after the click.
    await page.locator('details.finding[open]', { hasText: 'Legacy' }).waitFor()
    await page.getByRole('link', { name: 'Product' }).click()
    const steps = page.getByRole('list', { name: 'History of products' })
    await steps.waitFor()
    expect(await steps.getByRole('listitem').count()).toBe(3)
  })

  test.each(['light', 'dark'] as const)('nothing that axe finds fault with, %s', async (colorScheme) => {
    const page = await open({ colorScheme })
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(background).toBe(colorScheme === 'dark' ? 'rgb(17, 21, 27)' : 'rgb(245, 246, 248)')
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
    })
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
    const told = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .join(' ')
          .slice(0, 200)}`,
    )
    expect(told).toEqual([])
  })

  test('on paper everything is open, and nothing that is pressed is there', async () => {
    const page = await open()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('details:not([open])').count()).toBe(0)
    expect(await page.locator('#filters').isVisible()).toBe(false)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0)
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('without its script all is there, and no filter that would do nothing', async () => {
    const page = await open({ javaScriptEnabled: false })
    expect(await page.locator('#filters').isVisible()).toBe(false)
    expect(await page.locator('tbody tr').count()).toBe(7)
    expect(await page.locator('details.finding[open]').count()).toBe(3)
  })

  test('it fits a narrow screen', async () => {
    const page = await open({ viewport: { width: 360, height: 700 } })
    const [inner, width] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      window.innerWidth,
    ])
    expect(inner).toBe(width)
  })
})
