class Service {
  static init(attributes, options) {
    return { attributes, options }
  }
}
class VisitService extends Service {}
VisitService.init({ reason: 'cough' }, { sequelize: {}, paranoid: true, modelName: 'Visit' })

const i18n = { init: (options) => options }
i18n.init({ reason: 1 }, { paranoid: true })
module.exports = VisitService
