// Stands for the example exchange.
console.log(`played against ${process.env['RELAY_ORIGIN']}`)
