import { Sequelize } from 'sequelize-typescript'
import { Ticket } from './ticket.model'
import { SettingsService } from './settings.service'

export const databaseProviders = [
  {
    provide: 'DATABASE',
    useFactory: async (settings: SettingsService) => {
      const sequelize = new Sequelize(settings.connection)
      sequelize.addModels([Ticket])
      return sequelize
    },
    inject: [SettingsService],
  },
]
