export const visit = 'clinic_visit'
export default { room: { paranoid: true, tableName: 'clinic_room' } }
