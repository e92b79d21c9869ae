import sequelize from './database.mjs'
import { Booking, Session } from './models/index.mjs'

try {
  for (const session of await Session.findAll({ order: ['startsAt'] })) {
    const booked = await Booking.count({ where: { sessionId: session.id } })
    console.log(`${session.startsAt.toISOString().slice(0, 16).replace('T', ' ')}  ${session.title} (${booked} booked)`)
  }
} catch (error) {
  console.error(`${error.name}: ${error.message}`)
  process.exitCode = 1
} finally {
  await sequelize.close()
}
