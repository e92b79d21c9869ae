module.exports = function (sequelize, DataTypes) {
  return sequelize.define('Session',
    { token: DataTypes.STRING
    }
  , { tableName: 'sessions'
    , paranoid: false
    }
  )
}
