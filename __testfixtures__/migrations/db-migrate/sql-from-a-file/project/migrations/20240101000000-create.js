var fs = require('fs');
var path = require('path');

exports.up = function(db) {
  var filePath = path.join(__dirname, 'sqls', '20240101000000-create-up.sql');
  return new Promise( function( resolve, reject ) {
    fs.readFile(filePath, {encoding: 'utf-8'}, function(err,data){
      if (err) return reject(err);
      console.log('received data: ' + data);

      resolve(data);
    });
  })
  .then(function(data) {
    return db.runSql(data);
  });
};
