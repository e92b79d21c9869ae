/** What must hold of a project at any moment, and of what the command said. Each fault is a sentence. */

/** Also what FUSE keeps of a file that is removed while it is open. */
const isOwn = (name) => name.startsWith('.deletedat-codemod/') || /(^|\/)\.fuse_hidden/.test(name)
const isBackup = (name) => /\.backup(\.\d+)?$/.test(name)
const isTemporary = (name) => /(^|\/)\.deletedat-[^/]*\.(tmp|lock)$|deletedat-tmp$/.test(name)

/** The user's own files, and the migrations. */
const plain = (files) =>
  Object.fromEntries(
    Object.entries(files).filter(
      ([name]) => !isOwn(name) && !isBackup(name) && !isTemporary(name) && !name.endsWith('/'),
    ),
  )

/** At any moment, whatever was killed: every file is the old or the new one, and what was changed has its backup. */
function faultsOfState(now, { before, after }) {
  const faults = []
  const [was, wanted] = [plain(before), plain(after)]
  for (const name of Object.keys(was)) {
    if (now[name] !== was[name] && now[name] !== wanted[name]) faults.push(`${name} is neither old nor new`)
    const isKept = Object.keys(now).some(
      (one) => isBackup(one) && one.startsWith(name) && now[one] === was[name],
    )
    if (now[name] !== was[name] && !isKept) faults.push(`${name} is changed and has no whole backup`)
  }
  for (const name of Object.keys(plain(now)))
    if (was[name] === undefined && now[name] !== wanted[name]) faults.push(`${name} is new and not whole`)
  for (const name of Object.keys(now).filter(isBackup)) {
    const of = name.replace(/\.backup(\.\d+)?$/, '')
    if (now[name] !== was[of]) faults.push(`${name} is no whole backup`)
  }
  return faults
}

/** What was said, and the exit code, are so. */
function faultsOfWords({ code, out, err }, now, { before, after }) {
  const faults = []
  const isAsBefore = JSON.stringify(plain(now)) === JSON.stringify(plain(before))
  const isDone = JSON.stringify(plain(now)) === JSON.stringify(plain(after))
  const said = out + err
  if (/This is a bug/.test(said)) faults.push('it says that it is a bug')
  if (code === 0 && !isDone) faults.push('the exit code is 0, and not all is done')
  if (code === 1) faults.push('the exit code is 1, as if all was done and findings were left')
  if (code === 2 && !/Writing failed|was ended|Not all|Nothing was/.test(said))
    faults.push(`it does not say what failed: ${said}`)
  if (/as it was before|Nothing was/.test(said) && !isAsBefore)
    faults.push('it says that all is as it was, and it is not')
  for (const name of Object.keys(plain({ ...now, ...before })))
    if (code === 2 && now[name] !== before[name] && !said.includes(name))
      faults.push(`${name} is changed and not named`)
  return faults
}

/** Once a run has come to its end undisturbed. */
function faultsOfEnd({ code, out, err }, now, { after }) {
  const faults = Object.keys(now)
    .filter((name) => isTemporary(name) || /^\.deletedat-codemod\/(open|undoing)-/.test(name))
    .map((name) => `${name} is left`)
  if (code !== 0) faults.push(`the second run ends with ${code}: ${out}${err}`)
  if (JSON.stringify(plain(now)) !== JSON.stringify(plain(after)))
    faults.push('the second run does not complete the first')
  return faults
}

/** Once all was taken back. */
function faultsOfRollback(now, { before }) {
  return Object.keys({ ...now, ...before })
    .filter((name) => !isOwn(name) && now[name] !== before[name])
    .map((name) => `${name} is not as it was before, after the rollback`)
}

module.exports = { faultsOfEnd, faultsOfRollback, faultsOfState, faultsOfWords }
