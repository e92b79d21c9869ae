import * as st from 'sequelize-typescript'

export { Table as Entity, DeletedAt as Removed } from 'sequelize-typescript'
export const { Column, Model } = st
