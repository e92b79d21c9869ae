export const options = { modelName: 'Session', paranoid: true }
