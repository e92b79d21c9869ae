const { Session } = require("../models")

exports.remove = (id) =>
	Session.destroy({ where: { id } })
