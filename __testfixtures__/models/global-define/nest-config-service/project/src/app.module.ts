import { Module } from '@nestjs/common'
import { ConfigModule, ConfigService } from '@nestjs/config'
import { SequelizeModule } from '@nestjs/sequelize'
import database from './config/database'
import { settings } from './config/settings'

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true, load: [settings, database] }),
    SequelizeModule.forRootAsync({
      useFactory: (config: ConfigService) => ({
        ...config.get('database.options'),
        define: { ...config.getOrThrow('database').options.define, ...config.get('naming') },
        autoLoadModels: true,
      }),
      inject: [ConfigService],
    }),
  ],
})
export class AppModule {}
