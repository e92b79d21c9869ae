exports.NAMES = Object.freeze({ visit: 'Visit', suffix: 'v2' })
