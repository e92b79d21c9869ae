export const soft = { paranoid: false }
export default { hard: 1 }
