import { DataTypes, Sequelize } from 'sequelize'

const sequelize = new Sequelize({ dialect: 'postgres' })
export const Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true })

export const VisitCard = ({ visit }) => <div className="visit">{visit.reason}</div>
