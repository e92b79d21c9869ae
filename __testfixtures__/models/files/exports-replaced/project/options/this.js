this.soft = { paranoid: true }
