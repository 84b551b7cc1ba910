## summary
