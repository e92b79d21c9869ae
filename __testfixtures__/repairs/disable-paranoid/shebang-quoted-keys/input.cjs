#!/usr/bin/env node
module.exports = (sq, types) =>
  sq.define("Session", { "token": types.STRING }, { "paranoid": true, "tableName": "sessions" })
