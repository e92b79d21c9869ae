const { Booking, Member, Session } = require('../models')

exports.index = async (request, response) => {
  const sessions = await Session.findAll({ where: { title: request.query.title } })
  response.json(sessions)
}

exports.guests = async () => Member.findAll({ paranoid: false })

exports.seats = async () => Booking.count()
