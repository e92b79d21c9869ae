import * as S from 'sequelize'
import Sequelize, { Model as Row } from 'sequelize'

const sequelize = new Sequelize.Sequelize({ dialect: 'postgres' })

export class Visit extends Row {}
Visit.init({ reason: S.DataTypes.STRING }, { sequelize, paranoid: true })

export class Room extends S.Model {}
Room.init({ floor: S.INTEGER }, { sequelize, paranoid: true })

export class Bed extends Sequelize.Model {}
Bed.init({ floor: S.INTEGER }, { sequelize, paranoid: true })
