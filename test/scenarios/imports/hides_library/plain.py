import half
