import { Booking } from './booking.mjs'
import { Membership } from './membership.mjs'
import { Room } from './room.mjs'
import { Session } from './session.mjs'
import { Trainer } from './trainer.mjs'
import { User } from './user.mjs'

Trainer.hasMany(Session, { foreignKey: 'trainerId' })
Session.belongsTo(Trainer, { foreignKey: 'trainerId' })
Session.hasMany(Booking, { foreignKey: 'sessionId' })
Booking.belongsTo(Session, { foreignKey: 'sessionId' })
User.hasMany(Booking, { foreignKey: 'userId' })
User.hasMany(Membership, { foreignKey: 'userId' })

export { Booking, Membership, Room, Session, Trainer, User }
