#!/usr/bin/env node
module.exports = (sq, types) =>
  sq.define("Session", { "token": types.STRING }, { "paranoid": false, "tableName": "sessions" })
