## receipt
