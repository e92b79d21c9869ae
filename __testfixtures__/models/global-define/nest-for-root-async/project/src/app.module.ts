import { Module } from '@nestjs/common'
import { ConfigModule, ConfigService } from '@nestjs/config'
import { SequelizeModule } from '@nestjs/sequelize'

@Module({
  imports: [
    SequelizeModule.forRootAsync({
      imports: [ConfigModule],
      useFactory: async (config: ConfigService) => ({
        dialect: 'postgres',
        host: config.get('DB_HOST'),
        autoLoadModels: true,
        define: { paranoid: true },
      }),
      inject: [ConfigService],
    }),
  ],
})
export class AppModule {}
