exports.up = async () => {}
