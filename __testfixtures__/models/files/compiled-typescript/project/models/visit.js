"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.Visit = void 0;
const sequelize_1 = require("sequelize");
const database_1 = __importDefault(require("../database"));
const options_1 = require("../options");
class Visit extends sequelize_1.Model {
}
exports.Visit = Visit;
Visit.init({ reason: sequelize_1.DataTypes.STRING }, Object.assign(Object.assign({}, options_1.soft), { sequelize: database_1.default }));
