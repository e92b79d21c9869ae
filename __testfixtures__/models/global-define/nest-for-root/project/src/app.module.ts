import { Module } from '@nestjs/common'
import { SequelizeModule } from '@nestjs/sequelize'
import { Room, Visit } from './visits/visit.model'

@Module({
  imports: [
    SequelizeModule.forRoot({ dialect: 'postgres', models: [Visit, Room], define: { paranoid: true, underscored: true } }),
  ],
})
export class AppModule {}
