'use strict';

const Controller = require('egg').Controller;

class JobController extends Controller {
  async index() {
    this.ctx.body = await this.ctx.model.Job.findAll();
  }
}

module.exports = JobController;
