"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.soft = void 0;
exports.soft = { paranoid: true };
