module.exports = function (sequelize, DataTypes) {
  return sequelize.define('Session',
    { token: DataTypes.STRING
    , deletedAt: DataTypes.DATE
    }
  , { tableName: 'sessions'
    , paranoid: true
    }
  )
}
