export default { paranoid: true }
