# Several modules at exit: whose objects go first.
import beta
import alpha

four = alpha.A("main.four")
beta.extra = alpha.A("beta.extra")
alpha.back = beta
print("end")
