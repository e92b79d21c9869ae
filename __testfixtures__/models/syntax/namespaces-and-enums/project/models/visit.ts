import { DataTypes, Sequelize } from 'sequelize'

namespace Options {
  export const soft = { paranoid: true }
}
enum Tables {
  Visit = 'clinic_visit',
}
const sequelize = new Sequelize({ dialect: 'postgres' })
export const Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, { ...Options.soft, tableName: Tables.Visit })

namespace Clinic.Models {
  const hidden = { paranoid: true, deletedAt: 'left_at' }
  export import Soft = Options.soft
  export const Bed = sequelize.define('Bed', { size: DataTypes.INTEGER }, hidden)
  export function define(name: string) {
    return sequelize.define(name, { size: DataTypes.INTEGER }, Options.soft)
  }
}
namespace Clinic.Models {
  export const Room = Clinic.Models.define('Room')
}
import Names = Clinic.Models
export const Ward = Names.define('Ward')
declare namespace Types {
  const nothing: string
}
