"use strict";
var __extends = (this && this.__extends) || (function () {
    return function (d, b) {
        Object.setPrototypeOf(d, b);
        function __() { this.constructor = d; }
        d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
    };
})();
var sequelize_1 = require("sequelize");
var sequelize = new sequelize_1.Sequelize({ dialect: 'postgres' });
var Visit = (function (_super) {
    __extends(Visit, _super);
    function Visit() {
        return _super !== null && Reflect.construct(_super, arguments, Visit) || this;
    }
    return Visit;
}(sequelize_1.Model));
Visit.init({ reason: sequelize_1.DataTypes.STRING }, { sequelize: sequelize, paranoid: true });
exports.Visit = Visit;
