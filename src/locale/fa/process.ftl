## process
